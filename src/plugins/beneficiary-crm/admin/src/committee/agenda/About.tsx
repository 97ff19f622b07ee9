import { Flex, Typography } from '@strapi/design-system';
import type { AgendaLine, ReadyRequest } from '../../../../contracts/sessions';
import type { RequestKind } from '../../../../contracts/vocabulary';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Reference } from '../../ui/Reference';
import { Tag } from '../../ui/Tag';

/** A request that stands on an agenda or may stand there. */
export interface Known {
  request: string;
  reference: string;
  applicantName: string;
  serviceName: string | null;
  kind: RequestKind;
  /** until when the reply is promised; null where it is not said */
  promised: string | null;
  overdue: boolean;
  carriedOver: boolean;
  appealed: boolean;
  /** on no agenda yet */
  ready: boolean;
}

export const knownOfReady = ({ requestId, ...one }: ReadyRequest): Known => ({
  ...one,
  request: requestId,
  ready: true,
});
/** What stands on an agenda already can be taken off and put back. */
export const knownOfLine = (line: AgendaLine): Known => ({
  request: line.requestId,
  reference: line.reference,
  applicantName: line.applicantName,
  serviceName: line.serviceName,
  kind: line.kind,
  promised: null,
  overdue: false,
  carriedOver: line.carriedOver,
  appealed: line.kind === 'appeal',
  ready: true,
});

/** Who and what; until when a reply is promised; and why it may come first. */
export function About({ known, before }: { known: Known; before?: string }) {
  const { t, word } = useWords();
  const { day, hijri } = useFormats();
  const { promised } = known;
  return (
    <>
      <Typography tag="p" fontWeight="bold">
        {before} <Bdi>{known.applicantName}</Bdi>
      </Typography>
      <Typography tag="p" textColor="neutral600">
        {known.serviceName ?? word('kind', known.kind)}
        {' · '}
        <Reference>{known.reference}</Reference>
      </Typography>
      {promised && (
        <Typography
          tag="p"
          variant="pi"
          textColor={known.overdue ? 'danger700' : 'neutral600'}
          fontWeight={known.overdue ? 'bold' : 'regular'}
        >
          {t(known.overdue ? 'agenda.promised-over' : 'agenda.promised', {
            day: t('common.both-dates', { day: day(promised), hijri: hijri(promised) }),
          })}
        </Typography>
      )}
      {(known.carriedOver || known.appealed) && (
        <Flex gap={2} wrap="wrap" paddingTop={1}>
          {known.carriedOver && <Tag tone="warning">{t('agenda.carried-over')}</Tag>}
          {known.appealed && <Tag tone="secondary">{word('kind', 'appeal')}</Tag>}
        </Flex>
      )}
    </>
  );
}
