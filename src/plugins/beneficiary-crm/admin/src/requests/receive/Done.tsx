import { Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { NavLink } from 'react-router-dom';
import type { Received } from '../../../../contracts/receiving';
import type { Locale } from '../../../../contracts/vocabulary';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { BigCode } from './Calm';
import { useReceiptPaper } from './useReceiptPaper';

interface Props {
  receipt: Received;
  /** the applicant's language: the receipt is theirs */
  locale: Locale;
  another: () => void;
  leave: () => void;
}

/** What the applicant takes along: reference, code, both dates of the promise (S5), and the receipt on paper. */
export function Done({ receipt, locale, another, leave }: Props) {
  const { t } = useWords();
  const { day, hijri } = useFormats();
  const paper = useReceiptPaper(receipt, locale);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { id, reference, accessCode, promise } = receipt;
  const written = (iso: string) => t('common.both-dates', { day: day(iso), hijri: hijri(iso) });

  return (
    <Panel title={t('receive.done')}>
      <Stack>
        <Typography tag="h3" ref={heading} tabIndex={-1} variant="beta">
          {t('receive.reference')}
        </Typography>
        <BigCode>{reference}</BigCode>
        <Typography tag="h3" variant="beta">
          {t('receive.access-code')}
        </Typography>
        <BigCode>{accessCode}</BigCode>
        <Typography tag="p">{t('receive.keep-code')}</Typography>
        <Typography tag="p" fontWeight="bold">
          {new Date(promise.earliest) > new Date()
            ? t('receive.promise-both', {
                earliest: written(promise.earliest),
                latest: written(promise.latest),
              })
            : t('receive.promise-latest', { latest: written(promise.latest) })}
        </Typography>
        {paper.trouble && (
          <Typography tag="p" role="alert" textColor="danger700">
            {paper.trouble}
          </Typography>
        )}
        <Flex gap={3} wrap="wrap">
          <Button size="L" loading={paper.busy} onClick={() => void paper.open()}>
            {t('receive.print')}
          </Button>
          <Button size="L" variant="secondary" onClick={another}>
            {t('receive.another')}
          </Button>
          <LinkButton
            size="L"
            variant="tertiary"
            tag={NavLink}
            to={paths.request(id)}
            onClick={leave}
          >
            {t('receive.open')} <Bdi dir="ltr">{reference}</Bdi>
          </LinkButton>
        </Flex>
      </Stack>
    </Panel>
  );
}
