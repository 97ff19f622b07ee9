import { LinkButton } from '@strapi/design-system';
import { Calendar } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { AppointmentKind } from '../../../../contracts/vocabulary';
import { paths } from '../../app/paths';
import { usePermission } from '../../app/usePermission';
import { useWords } from '../../app/words';
import type { Whom } from './draft';

interface Props extends Whom {
  kind?: AppointmentKind;
}

/** The way to book for a person or a request; nothing for who may not. */
export function BookLink({ kind, ...whom }: Props) {
  const { t } = useWords();
  if (!usePermission('appointments.keep')) return null;
  return (
    <LinkButton
      tag={NavLink}
      to={paths.book({ ...whom, ...(kind ? { kind } : {}) })}
      variant="tertiary"
      startIcon={<Calendar />}
    >
      {t(kind === 'home_visit' ? 'appointments.book-visit' : 'appointments.book')}
    </LinkButton>
  );
}
