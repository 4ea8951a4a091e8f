export function Panel({ id }: { id: string }) {
  return <aside class="panel">{id}</aside>;
}
