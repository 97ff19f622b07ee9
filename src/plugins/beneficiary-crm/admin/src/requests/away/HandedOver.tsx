import { Box, Link, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { NavLink } from 'react-router-dom';
import type { HandoverResult } from '../../../../contracts/queue';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { RowList } from '../../ui/RowList';

/** What went to whom, and what stayed because nobody of those named may take it. */
export function HandedOver({ result }: { result: HandoverResult }) {
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), [result]);
  return (
    <Box
      ref={place}
      tabIndex={-1}
      background="success100"
      hasRadius
      padding={4}
      style={{ outline: 'none' }}
    >
      <Typography tag="p" fontWeight="bold" role="status">
        {t('handover.moved', { n: result.moved })}
      </Typography>
      <RowList items={result.to} idOf={({ id }) => String(id)}>
        {({ id, name, moved }) => (
          <Typography tag="p">
            <Link tag={NavLink} to={paths.requestsOf(id)}>
              <Bdi>{name}</Bdi>
            </Link>{' '}
            {t('handover.got', { n: moved })}
          </Typography>
        )}
      </RowList>
      {result.leftCount > 0 && (
        <>
          <Typography tag="p" textColor="warning700" fontWeight="bold" paddingTop={3}>
            {t('handover.left', { n: result.leftCount })}
          </Typography>
          <RowList items={result.left} idOf={({ id }) => id}>
            {({ id, reference, refusals }) => (
              <div>
                <Link tag={NavLink} to={paths.request(id)}>
                  <Bdi dir="ltr">{reference}</Bdi>
                </Link>
                {refusals.map(({ code, message }) => (
                  <Typography key={code} tag="p" variant="pi">
                    {message}
                  </Typography>
                ))}
              </div>
            )}
          </RowList>
        </>
      )}
    </Box>
  );
}
