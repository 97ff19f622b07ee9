import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { NavLink } from 'react-router-dom';
import { paths } from '../../app/paths';
import { useLeaving } from '../../app/returning';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { RowList } from '../../ui/RowList';
import { Tag } from '../../ui/Tag';
import type { RowOutcome } from './bulk';

interface Props {
  /** what was done, or tried */
  what: string;
  outcomes: readonly RowOutcome[];
  close: () => void;
}

/** What came of each row: which were done, and which refused and why. It stays until it is put away. */
export function BulkOutcome({ what, outcomes, close }: Props) {
  const { t } = useWords();
  const state = useLeaving();
  const place = useRef<HTMLDivElement>(null);
  const done = outcomes.filter((one) => one.done).length;
  const refused = outcomes.length - done;
  useEffect(() => place.current?.focus(), [outcomes]);
  return (
    <div ref={place} tabIndex={-1} style={{ outline: 'none' }}>
      <Panel
        title={t('bulk.outcome', { what })}
        aside={
          <Button variant="tertiary" size="S" onClick={close}>
            {t('bulk.put-away')}
          </Button>
        }
      >
        <Typography tag="p" role="status" paddingBottom={2}>
          {t('bulk.done', { n: done })}
          {refused > 0 && ` ${t('bulk.refused', { n: refused })}`}
        </Typography>
        <RowList items={outcomes} idOf={({ id }) => id}>
          {({ id, name, reference, done: well, reasons }) => (
            <Flex direction="column" alignItems="start" gap={1}>
              <Flex gap={2} wrap="wrap">
                <Tag tone={well ? 'success' : 'warning'}>
                  {t(well ? 'bulk.row-done' : 'bulk.row-refused')}
                </Tag>
                <Link tag={NavLink} to={paths.request(id)} state={state}>
                  <Bdi>{name || reference}</Bdi>
                </Link>
                {name && (
                  <Typography variant="pi" textColor="neutral600">
                    <Bdi dir="ltr">{reference}</Bdi>
                  </Typography>
                )}
              </Flex>
              {reasons.map((reason) => (
                <Typography key={reason} tag="p" textColor="warning700">
                  {reason}
                </Typography>
              ))}
            </Flex>
          )}
        </RowList>
      </Panel>
    </div>
  );
}
