/** Returns the address of a release on the official download site; it redirects to a mirror. */
export function downloadUrl(id: string, version: string): string {
  return `https://updates.jenkins.io/download/plugins/${id}/${version}/${id}.hpi`;
}
