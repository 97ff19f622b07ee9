import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { AgendaItemDetail } from '../../../../contracts/items';
import type { MyItem } from '../../../../contracts/sessions';
import { useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Show } from '../../ui/States';
import { Tag } from '../../ui/Tag';
import { outcomeTone } from '../../ui/tones';
import { BallotForm } from '../item/BallotForm';
import { GistBody } from '../item/Gist';
import type { Ballots } from '../useBallots';
import { pathOf } from './queue';

interface Props {
  item: MyItem;
  /** read ahead, and not shown yet */
  hidden: boolean;
  /** how many wait, this one among them */
  left: number;
  ballots: Ballots;
  /** to the end of the queue; null where there is nothing else */
  putOff: (() => void) | null;
}

/** One item as it is needed to vote, with the way to the whole file. */
export function VoteCard(props: Props) {
  const path = pathOf(props.item);
  const detail = useCrm<AgendaItemDetail>(path);
  if (props.hidden) return null;
  return (
    <Show from={detail}>
      {(loaded) => <Card {...props} detail={loaded} path={path} reload={detail.reload} />}
    </Show>
  );
}

interface CardProps extends Props {
  detail: AgendaItemDetail;
  path: string;
  reload: () => void;
}

function Card({ item, detail, left, path, ballots, putOff, reload }: CardProps) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const refused = ballots.refusedFor(path);
  const recommendation = detail.file.study?.recommendation;
  const { vote } = detail.rights;
  return (
    <Panel
      title={detail.applicantName}
      aside={<Typography textColor="neutral600">{t('mine.left', { n: left })}</Typography>}
    >
      <Stack>
        <Flex gap={2} wrap="wrap">
          <Typography textColor="neutral600">
            {detail.serviceName ?? word('kind', detail.kind)}
            {' · '}
            <Bdi dir="ltr">{detail.reference}</Bdi>
          </Typography>
          {recommendation && (
            <Tag tone={outcomeTone(recommendation)}>
              {t('gist.recommended', { outcome: word('outcome', recommendation) })}
            </Tag>
          )}
        </Flex>
        {item.closesAt && (
          <Typography tag="p" fontWeight="bold">
            {t('ballot.until', { at: dayAndTime(item.closesAt) })}
          </Typography>
        )}
        <GistBody item={detail} path={path} reload={reload} />
        <div>
          <Link tag={NavLink} to={paths.item(item.sessionId, item.itemId)}>
            {t('mine.whole-file')}
          </Link>
        </div>
        {refused && (
          <Typography tag="p" role="alert" textColor="danger700">
            {refused.message}
          </Typography>
        )}
        {vote.allowed ? (
          <BallotForm
            item={detail}
            fields={refused?.fields ?? {}}
            busy={false}
            cast={(body) => ballots.cast(path, body)}
          />
        ) : (
          <Typography tag="p">{vote.message}</Typography>
        )}
        {putOff && (
          <Flex>
            <Button size="L" variant="tertiary" onClick={putOff}>
              {t('mine.later')}
            </Button>
          </Flex>
        )}
      </Stack>
    </Panel>
  );
}
