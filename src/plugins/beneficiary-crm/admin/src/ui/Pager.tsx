import { Flex, IconButton, Typography } from '@strapi/design-system';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { NextIcon, PreviousIcon } from './Pointing';

interface Props {
  page: number;
  pageSize: number;
  total: number;
  go: (page: number) => void;
}

/** The way to the other pages of a list; nothing when there is only one. */
export function Pager({ page, pageSize, total, go }: Props) {
  const { t } = useWords();
  const { number } = useFormats();
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return null;
  return (
    <Flex tag="nav" aria-label={t('pager.label')} gap={3} justifyContent="center">
      <IconButton label={t('pager.previous')} disabled={page <= 1} onClick={() => go(page - 1)}>
        <PreviousIcon />
      </IconButton>
      <Typography>{t('pager.position', { page: number(page), last: number(last) })}</Typography>
      <IconButton label={t('pager.next')} disabled={page >= last} onClick={() => go(page + 1)}>
        <NextIcon />
      </IconButton>
    </Flex>
  );
}
