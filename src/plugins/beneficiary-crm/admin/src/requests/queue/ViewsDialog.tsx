import { Box, Button, Flex, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { SavedView, SavedViews } from '../../../../contracts/queue';
import { useCommand } from '../../app/api';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { PlainDialog } from '../../ui/PlainDialog';
import { RowList } from '../../ui/RowList';

interface Props {
  saved: SavedViews;
  show: (view: SavedView) => void;
  close: () => void;
  reload: () => void;
}

/** The kept views in order: to open, to rename, to share, to delete. A colleague's can only be opened. */
export function ViewsDialog({ saved, show, close, reload }: Props) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const [trouble, setTrouble] = useState<string | null>(null);
  const command = async (path: string, body: unknown): Promise<boolean> => {
    setTrouble(null);
    const outcome = await send(path, body);
    if (outcome === null) return false;
    if (!outcome.ok) setTrouble(outcome.problem.message);
    reload();
    return outcome.ok;
  };
  return (
    <PlainDialog title={t('views.title')} close={close}>
      {trouble && (
        <Typography tag="p" role="alert" textColor="danger700" paddingBottom={3}>
          {trouble}
        </Typography>
      )}
      {saved.views.length === 0 ? (
        <Typography tag="p">{t('views.none')}</Typography>
      ) : (
        <RowList items={saved.views} idOf={({ id }) => id}>
          {(view) => (
            <OneView
              view={view}
              mayShare={saved.mayShare}
              busy={busy}
              show={() => show(view)}
              change={(part) => {
                const { name, shared, filters } = view;
                return command(`/queue/views/${view.id}`, { name, shared, filters, ...part });
              }}
              remove={() => command(`/queue/views/${view.id}/delete`, {})}
            />
          )}
        </RowList>
      )}
    </PlainDialog>
  );
}

interface OneProps {
  view: SavedView;
  mayShare: boolean;
  busy: boolean;
  show: () => void;
  change: (part: { name?: string; shared?: boolean }) => Promise<boolean>;
  remove: () => Promise<boolean>;
}

function OneView({ view, mayShare, busy, show, change, remove }: OneProps) {
  const { t } = useWords();
  const [name, setName] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  const about = view.mine
    ? view.shared && t('views.shared')
    : t('views.of', { owner: view.ownerName ?? t('views.colleague') });

  if (name !== null)
    return (
      <Flex gap={2} wrap="wrap" alignItems="end">
        <Box flex="1 1 16rem">
          <TextInput
            aria-label={t('views.name')}
            autoFocus
            maxLength={60}
            value={name}
            onChange={(event: { target: { value: string } }) => setName(event.target.value)}
          />
        </Box>
        <Button
          loading={busy}
          disabled={name.trim().length < 2}
          onClick={() =>
            void change({ name: name.trim() }).then((accepted) => accepted && setName(null))
          }
        >
          {t('views.rename')}
        </Button>
        <Button variant="tertiary" onClick={() => setName(null)}>
          {t('common.cancel')}
        </Button>
      </Flex>
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography tag="p" fontWeight="bold">
        <Bdi>{view.name}</Bdi>
      </Typography>
      {about && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {about}
        </Typography>
      )}
      <Flex gap={2} wrap="wrap">
        <Button size="S" variant="secondary" onClick={show}>
          {t('views.open')}
        </Button>
        {view.mine && !sure && (
          <>
            <Button size="S" variant="tertiary" onClick={() => setName(view.name)}>
              {t('views.rename')}
            </Button>
            {mayShare && (
              <Button
                size="S"
                variant="tertiary"
                disabled={busy}
                onClick={() => void change({ shared: !view.shared })}
              >
                {t(view.shared ? 'views.unshare' : 'views.share-button')}
              </Button>
            )}
            <Button size="S" variant="danger-light" onClick={() => setSure(true)}>
              {t('views.delete')}
            </Button>
          </>
        )}
        {sure && (
          <>
            <Button size="S" variant="danger" loading={busy} onClick={() => void remove()}>
              {t('views.delete-sure')}
            </Button>
            <Button size="S" variant="tertiary" onClick={() => setSure(false)}>
              {t('common.cancel')}
            </Button>
          </>
        )}
      </Flex>
    </Flex>
  );
}
