import { lang, words } from "../i18n";
import { useAnswer } from "../panel/load";

interface Sentence {
  key: string;
  text: string;
}

interface Assessment {
  verdict: Sentence;
  sentences: { evidence: Sentence[]; across: Sentence[]; forecast: Sentence[] };
}

/** What the series of a region's nights lets be said, in the server's own sentences. */
export function Verdict({ id }: { id: string }) {
  const w = words.value;
  const path = `/assess/${encodeURIComponent(id)}`;
  const query = `?lang=${lang.value}`;
  const loaded = useAnswer<Assessment>(`${path}.json${query}`, "assessment");
  return (
    <section aria-busy={loaded.at === "loading"}>
      <h3>{w.region.verdict}</h3>
      {loaded.at === "ready" && <Sentences told={loaded.value} />}
      {(loaded.at === "problem" || loaded.at === "unreachable") && <p class="soft">{w.region.verdictNone}</p>}
      <p class="small">
        <a href={`${path}.html${query}`}>{w.region.verdictWhole}</a>
      </p>
    </section>
  );
}

function Sentences({ told }: { told: Assessment }) {
  const { evidence, forecast } = told.sentences;
  return (
    <>
      <p>
        <strong>{told.verdict.text}</strong>
      </p>
      <ul class="small">
        {[...evidence, ...forecast].map((sentence) => (
          <li key={sentence.key + sentence.text}>{sentence.text}</li>
        ))}
      </ul>
    </>
  );
}
