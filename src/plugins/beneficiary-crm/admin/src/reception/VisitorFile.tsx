import { Button, Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { NavLink } from 'react-router-dom';
import { paths } from '../app/paths';
import { usePermission } from '../app/usePermission';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { Tag } from '../ui/Tag';
import { LinkDialog } from './LinkDialog';
import type { VisitProps } from './VisitPanel';

/** The visitor's file, or the way to one. A stranger is served all the same. */
export function VisitorFile({ visit, reload }: VisitProps) {
  const { t, word } = useWords();
  const mayRead = usePermission('registry.read');
  const mayOpen = usePermission('registry.write');
  const [linking, setLinking] = useState(false);
  const { person } = visit;

  if (person) {
    return (
      <Flex gap={3} wrap="wrap">
        {mayRead ? (
          <Link tag={NavLink} to={paths.person(person.id)}>
            {t('visit.file', { number: person.fileNumber })}
          </Link>
        ) : (
          <Typography>{t('visit.file', { number: person.fileNumber })}</Typography>
        )}
        {person.name !== visit.name && <Bdi>{person.name}</Bdi>}
        {person.status !== 'active' && (
          <Tag tone="warning">{word('file_status', person.status)}</Tag>
        )}
      </Flex>
    );
  }
  return (
    <Flex direction="column" alignItems="start" gap={3}>
      <Typography tag="p" textColor="neutral600">
        {t('visit.stranger')}
      </Typography>
      <Flex gap={2} wrap="wrap">
        {mayRead && (
          <Button variant="tertiary" onClick={() => setLinking(true)}>
            {t('visit.link')}
          </Button>
        )}
        {mayOpen && (
          <LinkButton tag={NavLink} to={paths.newPersonOf(visit.id)} variant="tertiary">
            {t('visit.open-file')}
          </LinkButton>
        )}
      </Flex>
      {linking && <LinkDialog visit={visit} close={() => setLinking(false)} reload={reload} />}
    </Flex>
  );
}
