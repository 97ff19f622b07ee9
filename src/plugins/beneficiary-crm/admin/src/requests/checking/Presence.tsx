import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Eye, Pencil } from '@strapi/icons';
import type { RequestDetail } from '../../../../contracts/admin';
import type { PresenceView } from '../../../../contracts/checking';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { usePresence } from './usePresence';

interface Props {
  request: RequestDetail;
  reload: () => void;
}

/** Who else is at this request, and that it has changed since it was read. */
export function Presence({ request, reload }: Props) {
  const { t } = useWords();
  const heard = usePresence(request.id);
  const others = heard?.others ?? [];
  const changed = heard !== null && heard.version > request.version;
  return (
    <div role="status">
      {(others.length > 0 || changed) && (
        <Box background="primary100" hasRadius padding={4}>
          <Flex direction="column" alignItems="start" gap={2}>
            {others.map((other) => (
              <Other key={other.id} other={other} />
            ))}
            {changed && (
              <Flex gap={3} wrap="wrap">
                <Typography>{t('presence.changed')}</Typography>
                <Button size="S" variant="secondary" onClick={reload}>
                  {t('presence.read-anew')}
                </Button>
              </Flex>
            )}
          </Flex>
        </Box>
      )}
    </div>
  );
}

function Other({ other }: { other: PresenceView['others'][number] }) {
  const { t } = useWords();
  const Sign = other.doing === 'writing' ? Pencil : Eye;
  return (
    <Flex gap={2}>
      <Sign aria-hidden fill="primary600" />
      <Typography textColor="neutral800">
        <Bdi>{other.name}</Bdi> {t(`presence.${other.doing}`)}
      </Typography>
    </Flex>
  );
}
