import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { pagePermissions } from '../app/permissions';
import { CommentsPage } from './comments/CommentsPage';
import { DashboardPage } from './DashboardPage';
import { ImprovementPage } from './improvements/ImprovementPage';
import { ImprovementsPage } from './improvements/ImprovementsPage';

const Satisfaction = () => (
  <Routes>
    <Route
      index
      element={
        <Page.Protect permissions={pagePermissions.satisfaction}>
          <DashboardPage />
        </Page.Protect>
      }
    />
    <Route
      path="comments"
      element={
        <Page.Protect permissions={pagePermissions.comments}>
          <CommentsPage />
        </Page.Protect>
      }
    />
    <Route
      path="improvements"
      element={
        <Page.Protect permissions={pagePermissions.improvements}>
          <ImprovementsPage />
        </Page.Protect>
      }
    />
    <Route
      path="improvements/:improvement"
      element={
        <Page.Protect permissions={pagePermissions.improvements}>
          <ImprovementPage />
        </Page.Protect>
      }
    />
  </Routes>
);

export default Satisfaction;
