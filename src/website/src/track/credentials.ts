/** The pair that opens a request. In memory only: not in an address, not on the device. */
export interface Credentials {
  reference: string;
  accessCode: string;
}

let held: Credentials | undefined;

export const heldCredentials = () => held;
export function handOver(credentials: Credentials | undefined) {
  held = credentials;
}
