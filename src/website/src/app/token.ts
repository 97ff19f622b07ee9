/** Takes the token of a one-time link out of the address, so that it stays in no history and on no screenshot. */
export function takeToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('t');
  if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}
