import { Layouts, Page } from '@strapi/strapi/admin';
import { Flex, Link } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import { useWords } from '../app/words';
import { NativeControls } from './NativeControls';
import { BackIcon } from './Pointing';

interface Props {
  title: string;
  subtitle?: ReactNode;
  back?: { to: string; label: string; state?: object };
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every page: one heading of the first rank, the way back, the actions, the content. */
export function PageFrame({ title, subtitle, back, actions, children }: Props) {
  const { dir } = useWords();
  return (
    <Page.Main dir={dir}>
      <NativeControls />
      <Page.Title>{title}</Page.Title>
      <Layouts.BaseHeader
        title={title}
        subtitle={subtitle}
        primaryAction={actions}
        navigationAction={
          back && (
            <Link
              tag={NavLink}
              to={back.to}
              state={back.state}
              startIcon={<BackIcon aria-hidden />}
            >
              {back.label}
            </Link>
          )
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {children}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
