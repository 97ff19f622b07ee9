import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/client';
import { Failed, Loading } from '../ui/states';

/** A page whose code is fetched when it is first opened. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let ready: ComponentType<Props> | undefined;
  return function Lazy(props: Props) {
    const [state, setState] = useState<'waiting' | 'ready' | 'failed'>(ready ? 'ready' : 'waiting');
    useEffect(() => {
      if (state !== 'waiting') return;
      load().then(
        (component) => {
          ready = component;
          setState('ready');
        },
        () => setState('failed'),
      );
    }, [state]);
    if (state === 'failed')
      return (
        <div class="page">
          <Failed
            error={new ApiError(navigator.onLine === false ? 'offline' : 'network')}
            retry={() => setState('waiting')}
          />
        </div>
      );
    const Ready = ready;
    return Ready ? <Ready {...props} /> : <Loading />;
  };
}
