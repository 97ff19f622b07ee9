import { Button, Flex, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { NavLink } from 'react-router-dom';
import type { Absences } from '../../../../contracts/queue';
import { useCrm } from '../../app/api';
import { paths } from '../../app/paths';
import { useWayBack } from '../../app/returning';
import { useWords } from '../../app/words';
import { PageFrame } from '../../ui/PageFrame';
import { Stack } from '../../ui/Prose';
import { Empty, Show } from '../../ui/States';
import { useColleagues } from '../queue/useColleagues';
import { AbsenceDialog } from './AbsenceDialog';
import { AbsenceList } from './AbsenceList';
import { HandoverPanel } from './HandoverPanel';
import { LeftBehind } from './LeftBehind';

/** Who is away and who stands in; and the handing over of everything that is in someone's hands. */
export function AwayPage() {
  const { t } = useWords();
  const absences = useCrm<Absences>('/queue/absences');
  const colleagues = useColleagues();
  const back = useWayBack(paths.requests);
  const [adding, setAdding] = useState(false);
  const [handing, setHanding] = useState<number | null>(null);
  const reload = () => {
    absences.reload();
    colleagues.reload();
  };
  return (
    <PageFrame
      title={t('away.title')}
      subtitle={t('away.subtitle')}
      back={{ ...back, label: t('request.back') }}
      actions={
        <Flex gap={2} wrap="wrap">
          {colleagues.data?.mayAssign && (
            <LinkButton tag={NavLink} to={paths.assignmentRules} variant="tertiary" size="L">
              {t('rules.title')}
            </LinkButton>
          )}
          <Button size="L" startIcon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            {t('away.add')}
          </Button>
        </Flex>
      }
    >
      <Show from={colleagues} lines={4}>
        {(loaded) => (
          <Stack>
            <LeftBehind colleagues={loaded} hand={setHanding} />
            <Show from={absences} lines={4}>
              {({ absences: list }) =>
                list.length === 0 ? (
                  <Empty>{t('away.none')}</Empty>
                ) : (
                  <AbsenceList absences={list} reload={reload} />
                )
              }
            </Show>
            <HandoverPanel
              key={handing ?? 'own'}
              colleagues={loaded}
              from={handing}
              reload={reload}
            />
            {adding && (
              <AbsenceDialog colleagues={loaded} close={() => setAdding(false)} reload={reload} />
            )}
          </Stack>
        )}
      </Show>
    </PageFrame>
  );
}
