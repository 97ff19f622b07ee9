import { Button, Flex, Typography } from '@strapi/design-system';
import { Cog, Plus } from '@strapi/icons';
import { NavLink, useSearchParams } from 'react-router-dom';
import type { SessionList } from '../../../../contracts/sessions';
import { useCrm } from '../../app/api';
import { riyadhToday } from '../../app/formats';
import { paths } from '../../app/paths';
import { useLive } from '../../app/useLive';
import { usePermission } from '../../app/usePermission';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { PageFrame } from '../../ui/PageFrame';
import { Stack } from '../../ui/Prose';
import { Empty, Show } from '../../ui/States';
import { committeesOf, groupNames, groupSessions } from './groups';
import { SessionCards } from './SessionCards';

/** The committees' sessions: held now, to come, and held. */
export function SessionsPage() {
  const { t } = useWords();
  const sessions = useCrm<SessionList>('/sessions');
  useLive(sessions.reload);
  const plans = sessions.data?.plans ?? [];
  const votes = usePermission('committee.vote');
  const waiting = (sessions.data?.sessions ?? []).reduce((n, one) => n + one.needsMyVote, 0);
  const mayPlan = plans.some(({ mayCreate, committee }) => mayCreate && committee !== null);

  return (
    <PageFrame
      title={t('sessions.title')}
      subtitle={
        sessions.data
          ? plans.map((plan) => t(`sessions.ready.${plan.purpose}`, { n: plan.ready })).join(' · ')
          : undefined
      }
      actions={
        <Flex gap={2} wrap="wrap">
          {votes && (
            <Button tag={NavLink} to={paths.mine} variant={waiting > 0 ? 'default' : 'tertiary'}>
              {t('mine.title')}
            </Button>
          )}
          <Button
            tag={NavLink}
            to={paths.committees}
            variant="tertiary"
            startIcon={<Cog aria-hidden />}
          >
            {t('committees.title')}
          </Button>
          {mayPlan && <PlanButton />}
        </Flex>
      }
    >
      <Show from={sessions}>{(list) => <Groups list={list} mayPlan={mayPlan} />}</Show>
    </PageFrame>
  );
}

const PlanButton = () => {
  const { t } = useWords();
  return (
    <Button tag={NavLink} to={paths.planSession} startIcon={<Plus aria-hidden />}>
      {t('sessions.new')}
    </Button>
  );
};

function Groups({ list, mayPlan }: { list: SessionList; mayPlan: boolean }) {
  const { t, locale } = useWords();
  const [query, setQuery] = useSearchParams();
  const committees = committeesOf(list.sessions, locale);
  // A committee of an old address that has no session any more is no filter.
  const chosen = committees.find(({ id }) => id === query.get('committee'))?.id ?? '';
  if (list.sessions.length === 0)
    return (
      <Empty action={mayPlan && <PlanButton />}>
        {t(mayPlan ? 'sessions.empty-create' : 'sessions.empty')}
      </Empty>
    );
  const groups = groupSessions(
    list.sessions.filter(({ committee }) => chosen === '' || committee === chosen),
    riyadhToday(),
  );
  return (
    <Stack>
      {committees.length > 1 && (
        <Choice
          name="committee"
          label={t('sessions.of')}
          empty={t('sessions.of-all')}
          value={chosen}
          options={committees.map(({ id, name }) => ({ value: id, label: name }))}
          change={(committee) => setQuery(committee ? { committee } : {}, { replace: true })}
        />
      )}
      {groupNames
        .filter((name) => name !== 'open' || groups.open.length > 0)
        .map((name) => (
          <section key={name} aria-label={t(`sessions.group.${name}`)}>
            <Typography tag="h2" variant="delta" paddingBottom={3}>
              {t(`sessions.group.${name}`)}
            </Typography>
            {groups[name].length === 0 ? (
              <Typography tag="p" textColor="neutral600">
                {t(`sessions.group-empty.${name}`)}
              </Typography>
            ) : (
              <SessionCards label={t(`sessions.group.${name}`)} sessions={groups[name]} />
            )}
          </section>
        ))}
    </Stack>
  );
}
