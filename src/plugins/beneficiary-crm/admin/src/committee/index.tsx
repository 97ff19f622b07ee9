import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { pagePermissions } from '../app/permissions';
import { ItemPage } from './ItemPage';
import { SessionPage } from './SessionPage';
import { SessionsPage } from './SessionsPage';
import { CommitteePage } from './settings/CommitteePage';
import { SettingsPage } from './settings/SettingsPage';

const Committee = () => (
  <Page.Protect permissions={pagePermissions.committee}>
    <Routes>
      <Route index element={<SessionsPage />} />
      <Route path="settings" element={<SettingsPage />} />
      <Route path="settings/new" element={<CommitteePage />} />
      <Route path="settings/:committee" element={<CommitteePage />} />
      <Route path=":session" element={<SessionPage />} />
      <Route path=":session/items/:item" element={<ItemPage />} />
    </Routes>
  </Page.Protect>
);

export default Committee;
