import type { ComponentChildren } from 'preact';
import { Page } from '../app/Page';
import { useData } from '../api/useData';
import { Failed, Loading } from '../ui/states';

interface LoadedProps<T> {
  path: string;
  title: string;
  lead?: string;
  wide?: boolean;
  children: (data: T) => ComponentChildren;
}

/** A page whose title is known and whose content is read. */
export function Loaded<T>({ path, title, lead, wide, children }: LoadedProps<T>) {
  const { data, error, retry } = useData<T>(path);
  return (
    <Page title={title} lead={lead} wide={wide} ready={data !== undefined || error !== undefined}>
      {data !== undefined ? (
        children(data)
      ) : error ? (
        <Failed error={error} retry={retry} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
