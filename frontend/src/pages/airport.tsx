export function AirportPage({ id }: { id: string }) {
  return <main class="page">{id}</main>;
}
