import type { AgendaItemDetail } from '../../../../contracts/items';
import { useWords } from '../../app/words';
import { Paper } from '../../requests/study/Papers';
import { VisitFindings } from '../../requests/study/Visits';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { RowList } from '../../ui/RowList';
import { Empty } from '../../ui/States';
import { Study } from '../../ui/Study';

/** What social research found: the study, the home visits, their papers. */
export function StudyPart({ file }: { file: AgendaItemDetail['file'] }) {
  const { t } = useWords();
  const held = file.visits.filter(({ state }) => state === 'held');
  if (!file.study && held.length === 0 && file.papers.length === 0)
    return <Empty>{t('case.no-study')}</Empty>;
  return (
    <Stack>
      {file.study && (
        <Panel title={t('request.study')}>
          <Study study={file.study} />
        </Panel>
      )}
      {held.length > 0 && (
        <Panel title={t('study.visits')}>
          <Stack>
            {held.map((visit) => (
              <VisitFindings key={visit.id} visit={visit} />
            ))}
          </Stack>
        </Panel>
      )}
      {file.papers.length > 0 && (
        <Panel title={t('study.papers')}>
          <RowList items={file.papers} idOf={({ id }) => id}>
            {(paper) => <Paper paper={paper} />}
          </RowList>
        </Panel>
      )}
    </Stack>
  );
}
