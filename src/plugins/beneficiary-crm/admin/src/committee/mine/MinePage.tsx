import { useState } from 'react';
import type { BallotReceipt } from '../../../../contracts/items';
import type { MyCommittee } from '../../../../contracts/sessions';
import { useCrm } from '../../app/api';
import { paths } from '../../app/paths';
import { useLive } from '../../app/useLive';
import { useWords } from '../../app/words';
import { PageFrame } from '../../ui/PageFrame';
import { Stack } from '../../ui/Prose';
import { Show } from '../../ui/States';
import { useBallots } from '../useBallots';
import { MySessions } from './MySessions';
import { VotedList } from './VotedList';
import { VoteQueue } from './VoteQueue';

/** A member's own page, made for the phone: what needs the own vote, one after the other; then what comes next. */
export function MinePage() {
  const { t } = useWords();
  const mine = useCrm<MyCommittee>('/committee/mine');
  const { reload } = mine;
  const [receipt, setReceipt] = useState<BallotReceipt | null>(null);
  const ballots = useBallots((_path, answer) => {
    if (answer) setReceipt(answer);
    reload();
  });
  useLive(reload);
  return (
    <PageFrame
      title={t('mine.title')}
      subtitle={mine.data ? t('session.needs-my-vote', { n: mine.data.needsMyVote.length }) : ''}
      back={{ to: paths.committee, label: t('sessions.back') }}
    >
      <Show from={mine}>
        {(loaded) => (
          <Stack>
            <VoteQueue items={loaded.needsMyVote} ballots={ballots} receipt={receipt} />
            <VotedList items={loaded.voted} />
            <MySessions mine={loaded} />
          </Stack>
        )}
      </Show>
    </PageFrame>
  );
}
