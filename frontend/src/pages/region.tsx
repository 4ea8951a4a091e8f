export function RegionPage({ id }: { id: string }) {
  return <main class="page">{id}</main>;
}
