import { Widget } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import type { HomeFigures } from '../../../contracts/admin';
import { useCrm } from '../app/api';

/** What all widgets share: the figures of the home page, or that they are on the way, or that they failed. */
export function HomeWidget({ children }: { children: (figures: HomeFigures) => ReactNode }) {
  const { data, problem } = useCrm<HomeFigures>('/home');
  if (problem) return <Widget.Error>{problem.message}</Widget.Error>;
  if (!data) return <Widget.Loading />;
  return <>{children(data)}</>;
}
