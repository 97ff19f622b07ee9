import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { AbsenceView } from '../../../../contracts/queue';
import { useCommand } from '../../app/api';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { RowList } from '../../ui/RowList';
import { Tag } from '../../ui/Tag';

interface Props {
  absences: AbsenceView[];
  reload: () => void;
}

/** Who is away or will be, until when, and who gets the new requests meanwhile. */
export function AbsenceList({ absences, reload }: Props) {
  const { t } = useWords();
  const { day } = useFormats();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const end = async ({ id, personName, now }: AbsenceView) => {
    const outcome = await send(`/queue/absences/${id}/end`, {});
    if (outcome === null) return;
    toggleNotification(
      outcome.ok
        ? {
            type: 'success',
            message: t(now ? 'away.ended' : 'away.cancelled', { name: personName }),
          }
        : { type: 'warning', message: outcome.problem.message },
    );
    reload();
  };
  return (
    <Panel title={t('away.list')}>
      <RowList items={absences} idOf={({ id }) => id}>
        {(one) => (
          <>
            <Flex direction="column" alignItems="start" gap={1}>
              <Flex gap={2} wrap="wrap">
                <Typography fontWeight="bold">
                  <Bdi>{one.personName}</Bdi>
                </Typography>
                <Tag tone={one.now ? 'warning' : 'neutral'}>
                  {t(one.now ? 'away.now' : 'away.coming')}
                </Tag>
              </Flex>
              <Typography tag="p">
                {t('away.from-to', { from: day(one.from), to: day(one.to) })}
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {one.deputyName ? (
                  <>
                    {t('away.deputy')}: <Bdi>{one.deputyName}</Bdi>
                  </>
                ) : (
                  t('away.no-deputy')
                )}
              </Typography>
            </Flex>
            {one.mayEnd && (
              <Button variant="tertiary" disabled={busy} onClick={() => void end(one)}>
                {t(one.now ? 'away.end' : 'away.cancel')}
              </Button>
            )}
          </>
        )}
      </RowList>
    </Panel>
  );
}
