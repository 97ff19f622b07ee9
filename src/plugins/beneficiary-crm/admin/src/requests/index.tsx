import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { pagePermissions } from '../app/permissions';
import { AwayPage } from './away/AwayPage';
import { RulesPage } from './rules/RulesPage';
import { ReceivePage } from './receive/ReceivePage';
import { InboxPage } from './InboxPage';
import { RequestPage } from './RequestPage';
import { VolunteersPage } from './volunteers/VolunteersPage';

const Requests = () => (
  <Page.Protect permissions={pagePermissions.requests}>
    <Routes>
      <Route index element={<InboxPage />} />
      <Route
        path="new"
        element={
          <Page.Protect permissions={pagePermissions.newRequest}>
            <ReceivePage />
          </Page.Protect>
        }
      />
      <Route
        path="volunteers"
        element={
          <Page.Protect permissions={pagePermissions.volunteers}>
            <VolunteersPage />
          </Page.Protect>
        }
      />
      <Route path="away" element={<AwayPage />} />
      <Route path="rules" element={<RulesPage />} />
      <Route path=":id" element={<RequestPage />} />
    </Routes>
  </Page.Protect>
);

export default Requests;
