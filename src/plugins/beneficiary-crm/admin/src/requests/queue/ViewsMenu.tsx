import { MenuItem, SimpleMenu } from '@strapi/design-system';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { SavedView, SavedViews } from '../../../../contracts/queue';
import { useCrm } from '../../app/api';
import { useWords } from '../../app/words';
import { addressOf, isSame } from '../queue';
import type { QueueAddress } from '../queue';
import { KeepViewDialog } from './KeepViewDialog';
import { ViewsDialog } from './ViewsDialog';

/** The views that the person or a colleague has kept; the menu bears the name of the one in sight. */
export function ViewsMenu({ address }: { address: QueueAddress }) {
  const { t } = useWords();
  const [, setSearch] = useSearchParams();
  const saved = useCrm<SavedViews>('/queue/views');
  const [open, setOpen] = useState<'keep' | 'manage' | null>(null);
  const views = saved.data?.views ?? [];
  const current = views.find(({ filters }) => isSame(address, filters));
  const show = (view: SavedView) => {
    const next = addressOf(view.filters);
    if (address.shape) next.set('shape', address.shape);
    setSearch(next);
    setOpen(null);
  };
  return (
    <>
      <SimpleMenu label={current?.name ?? t('views.title')} variant="tertiary" size="M">
        {views.map((view) => (
          <MenuItem key={view.id} onSelect={() => show(view)}>
            {view.mine
              ? view.name
              : t('views.by', { view: view.name, owner: view.ownerName ?? t('views.colleague') })}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => setOpen('keep')}>{t('views.keep')}</MenuItem>
        {views.length > 0 && (
          <MenuItem onSelect={() => setOpen('manage')}>{t('views.manage')}</MenuItem>
        )}
      </SimpleMenu>
      {open === 'keep' && (
        <KeepViewDialog
          address={address}
          mayShare={saved.data?.mayShare ?? false}
          close={() => setOpen(null)}
          reload={saved.reload}
        />
      )}
      {open === 'manage' && saved.data && (
        <ViewsDialog
          saved={saved.data}
          show={show}
          close={() => setOpen(null)}
          reload={saved.reload}
        />
      )}
    </>
  );
}
