import { Flex, Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { RequestDetail } from '../../../../contracts/admin';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';
import { Tag } from '../../ui/Tag';

type Related = NonNullable<RequestDetail['appeal']>;

/** The appeal against a request, the request behind an appeal, and what was decided before. */
export function RelatedPanels({ request }: { request: RequestDetail }) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const { appeal, appealed, earlierDecisions } = request;
  return (
    <>
      {appealed && (
        <Panel title={t('request.appealed')}>
          <RelatedLink to={appealed} />
        </Panel>
      )}
      {appeal && (
        <Panel title={t('request.appeal')}>
          <RelatedLink to={appeal} />
        </Panel>
      )}
      {earlierDecisions.length > 0 && (
        <Panel title={t('request.earlier-decisions')}>
          <Stack>
            {earlierDecisions.map(({ outcome, reason, decidedAt }) => (
              <div key={decidedAt}>
                <Flex gap={2} wrap="wrap">
                  <Tag tone="neutral">{word('outcome', outcome)}</Tag>
                  <Bdi>{dayAndTime(decidedAt)}</Bdi>
                </Flex>
                <Prose>{reason}</Prose>
              </div>
            ))}
          </Stack>
        </Panel>
      )}
    </>
  );
}

function RelatedLink({ to }: { to: Related }) {
  const { word } = useWords();
  return (
    <Flex gap={3} wrap="wrap">
      <Link tag={NavLink} to={paths.request(to.id)}>
        <Bdi dir="ltr">{to.reference}</Bdi>
      </Link>
      <Tag tone="neutral">{word('status', to.status)}</Tag>
    </Flex>
  );
}
