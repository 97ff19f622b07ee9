import type { ReactNode } from 'react';

/** The reference of a request: from left to right, and never broken at its hyphen. */
export const Reference = ({ children }: { children: ReactNode }) => (
  <bdi dir="ltr" style={{ whiteSpace: 'nowrap' }}>
    {children}
  </bdi>
);
