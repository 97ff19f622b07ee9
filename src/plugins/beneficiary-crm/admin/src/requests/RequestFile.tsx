import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { RequestDetail } from '../../../contracts/admin';
import { paths } from '../app/paths';
import { usePermission } from '../app/usePermission';
import { useWords } from '../app/words';
import { JudgeRequest } from '../registry/duplicates/JudgeRequest';
import { Reasons } from '../registry/duplicates/Reasons';
import { PersonLines } from '../registry/PersonLines';
import { Bdi } from '../ui/Bdi';
import { Panel } from '../ui/Panel';
import { Stack } from '../ui/Prose';

/** Does this request belong to a known file? Asked as long as it has none. */
export function RequestFile({ request, reload }: { request: RequestDetail; reload: () => void }) {
  const { t, word } = useWords();
  const mayJudge = usePermission('registry.write');
  const waiting = request.matches.filter(({ state }) => state !== 'different');
  if (request.applicant.fileId !== null || waiting.length === 0) return null;
  return (
    <Panel title={t('match.request-question')}>
      <Stack>
        {waiting.map(({ id, file, reasons, state }) => (
          <Box
            key={id}
            padding={4}
            hasRadius
            borderColor="neutral200"
            borderStyle="solid"
            borderWidth="1px"
          >
            <Flex direction="column" alignItems="start" gap={2}>
              <Flex gap={2} wrap="wrap">
                <Link tag={NavLink} to={paths.person(file.id)}>
                  <Bdi>{file.name}</Bdi>
                </Link>
                <Reasons reasons={reasons} />
              </Flex>
              <PersonLines person={file} />
              {state === 'unsure' && (
                <Typography textColor="warning700">{word('match_state', state)}</Typography>
              )}
              {mayJudge && <JudgeRequest matchId={id} reload={reload} />}
            </Flex>
          </Box>
        ))}
      </Stack>
    </Panel>
  );
}
