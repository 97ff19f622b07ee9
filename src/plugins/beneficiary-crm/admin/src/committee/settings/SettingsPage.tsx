import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Pencil, Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { CommitteeCard, CommitteeList } from '../../../../contracts/committee';
import { useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useLive } from '../../app/useLive';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Facts } from '../../ui/Facts';
import { PageFrame } from '../../ui/PageFrame';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Empty, Show } from '../../ui/States';
import { Tag } from '../../ui/Tag';
import { Explained } from './Explained';
import { Faults, LockedNote } from './Notes';

/** The committees: who sits on each, and by which rules it decides, in words. */
export function SettingsPage() {
  const { t } = useWords();
  const committees = useCrm<CommitteeList>('/committees');
  useLive(committees.reload);
  const add = committees.data?.mayKeep && (
    <Button tag={NavLink} to={paths.newCommittee} startIcon={<Plus aria-hidden />}>
      {t('committees.new')}
    </Button>
  );
  return (
    <PageFrame
      title={t('committees.title')}
      subtitle={t('committees.subtitle')}
      back={{ to: paths.committee, label: t('sessions.back') }}
      actions={add}
    >
      <Show from={committees} lines={10}>
        {({ committees: list, mayKeep }) =>
          list.length === 0 ? (
            <Empty>{t(mayKeep ? 'committees.empty-create' : 'committees.empty')}</Empty>
          ) : (
            <Stack>
              {list.map((card) => (
                <CommitteePanel key={card.id} card={card} mayKeep={mayKeep} />
              ))}
            </Stack>
          )
        }
      </Show>
    </PageFrame>
  );
}

function CommitteePanel({ card, mayKeep }: { card: CommitteeCard; mayKeep: boolean }) {
  const { t, word, locale } = useWords();
  const name = (locale === 'en' && card.nameInEnglish) || card.name;
  return (
    <Panel
      title={name}
      aside={
        <Flex gap={2} wrap="wrap">
          <Tag tone={card.active ? 'success' : 'neutral'}>
            {t(card.active ? 'committees.active' : 'committees.inactive')}
          </Tag>
          {mayKeep && (
            <Button
              tag={NavLink}
              to={paths.changeCommittee(card.id)}
              variant="tertiary"
              startIcon={<Pencil aria-hidden />}
              aria-label={t('committees.change-one', { name })}
            >
              {t('committees.change')}
            </Button>
          )}
        </Flex>
      }
    >
      <Stack>
        {card.locked && <LockedNote />}
        <Faults faults={card.faults} />
        <Box background="neutral100" padding={4} hasRadius>
          <Explained explained={card.explained} />
        </Box>
        <Facts
          facts={[
            {
              key: 'purpose',
              label: t('committees.purpose'),
              value: t(`committees.purpose.${card.purpose}`),
            },
            {
              key: 'secrecy',
              label: t('committees.secrecy'),
              value: t(`committees.secrecy.${card.secrecy}`),
            },
            {
              key: 'discussion',
              label: t('committees.discussion'),
              value: t(`committees.discussion.${card.discussion}`),
            },
            {
              key: 'itemMinutes',
              label: t('committees.item-minutes'),
              value: t('agenda.minutes', { n: card.itemMinutes }),
            },
          ]}
        />
        <div>
          <Typography tag="h3" variant="omega" fontWeight="bold" paddingBottom={2}>
            {t('committees.seats')}
          </Typography>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {card.seats.map((held) => (
              <li key={`${held.memberId}.${held.seat}.${held.from ?? ''}`}>
                <Flex gap={2} wrap="wrap" justifyContent="space-between">
                  <Typography textColor={held.current ? 'neutral800' : 'neutral600'}>
                    <Bdi>{held.name}</Bdi> · {word('seat', held.seat)}
                  </Typography>
                  <Term from={held.from} until={held.until} current={held.current} />
                </Flex>
              </li>
            ))}
          </Flex>
        </div>
      </Stack>
    </Panel>
  );
}

interface TermProps {
  from: string | null;
  until: string | null;
  current: boolean;
}
/** From when until when, in both calendars; and that it does not hold today. */
function Term({ from, until, current }: TermProps) {
  const { t } = useWords();
  const { day, hijri } = useFormats();
  const both = (date: string) => t('common.both-dates', { day: day(date), hijri: hijri(date) });
  const parts = [
    from && t('committees.term-from', { day: both(from) }),
    until && t('committees.term-until', { day: both(until) }),
    !current && t('committees.not-current'),
  ].filter((part): part is string => Boolean(part));
  return (
    <Typography variant="pi" textColor="neutral600">
      <Bdi>{parts.join(t('common.comma')) || t('committees.no-term')}</Bdi>
    </Typography>
  );
}
