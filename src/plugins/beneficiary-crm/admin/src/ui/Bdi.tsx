import type { ReactNode } from 'react';

interface Props {
  children: ReactNode;
  /** `ltr` for references, phones and codes; left out for names and dates, which know their own way */
  dir?: 'ltr';
}

/** Keeps a reference, number, date, phone or name from being turned around by the text about it. */
export const Bdi = ({ children, dir }: Props) => <bdi dir={dir ?? 'auto'}>{children}</bdi>;
