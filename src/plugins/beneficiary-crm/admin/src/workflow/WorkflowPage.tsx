import { Box, Typography } from '@strapi/design-system';
import type { WorkflowView } from '../../../contracts/workflow';
import { useCrm } from '../app/api';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { PageFrame } from '../ui/PageFrame';
import { Stack } from '../ui/Prose';
import { Show } from '../ui/States';
import { History } from './History';
import { WorkflowForm } from './WorkflowForm';

/** By what the association deals with requests. Every change is a new version, for requests that begin after it. */
export function WorkflowPage() {
  const { t } = useWords();
  const workflow = useCrm<WorkflowView>('/workflow');
  return (
    <PageFrame title={t('workflow.title')} subtitle={t('workflow.subtitle')}>
      <Show from={workflow} lines={12}>
        {(loaded) => (
          <Stack>
            <InForce workflow={loaded} />
            <WorkflowForm workflow={loaded} reload={workflow.reload} />
            <History versions={loaded.history} />
          </Stack>
        )}
      </Show>
    </PageFrame>
  );
}

/** Since when, by whom and why things are as they are; and for which requests. */
function InForce({ workflow: { history } }: { workflow: WorkflowView }) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  const newest = history[0];
  return (
    <Box background="primary100" padding={4} hasRadius>
      <Typography tag="p" fontWeight="bold">
        {t('workflow.from-now-on')}
      </Typography>
      <Typography tag="p">
        {newest ? (
          <>
            {t('workflow.in-force-since')} <Bdi>{dayAndTime(newest.at)}</Bdi>
            {' · '}
            <Bdi>{newest.by}</Bdi>
            {' · '}
            <Bdi>{newest.reason}</Bdi>
          </>
        ) : (
          t('workflow.as-policy')
        )}
      </Typography>
      <Typography tag="p">{t('workflow.services')}</Typography>
    </Box>
  );
}
