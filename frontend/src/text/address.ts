/** Return an address that may be a link, or nothing: a text can claim any, also one that is a script. */
export function webAddress(url: string): string {
  return /^https?:\/\//i.test(url) ? url : "";
}
