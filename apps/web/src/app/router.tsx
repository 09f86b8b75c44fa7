// Which address shows which page. Pages are loaded when first visited.
import { createBrowserRouter, Navigate } from 'react-router';
import { paths, patterns } from '../config/paths.ts';
import { AppLayout } from './app-layout.tsx';
import { NotFound } from './not-found.tsx';
import { PageCrash } from './page-crash.tsx';
import { RequirePatientAccess } from './require-patient-access.tsx';
import { RequireSession } from './require-session.tsx';
import { SplashScreen } from './splash-screen.tsx';

export const router = createBrowserRouter([
  {
    ErrorBoundary: PageCrash,
    HydrateFallback: SplashScreen,
    children: [
      { path: paths.signIn, lazy: () => import('./routes/sign-in.tsx') },
      { path: paths.acceptInvitation, lazy: () => import('./routes/accept-invitation.tsx') },
      { path: paths.resetPassword, lazy: () => import('./routes/reset-password.tsx') },
      {
        Component: RequireSession,
        children: [
          {
            Component: AppLayout,
            children: [
              {
                // Inside the layout, so that a page that breaks leaves the way to the others.
                ErrorBoundary: PageCrash,
                children: [
                  {
                    Component: RequirePatientAccess,
                    children: [
                      { path: paths.home, lazy: () => import('./routes/home.tsx') },
                      {
                        path: paths.newReconciliation,
                        lazy: () => import('./routes/new-reconciliation.tsx'),
                      },
                      { path: paths.history, lazy: () => import('./routes/history.tsx') },
                      { path: paths.months, lazy: () => import('./routes/months.tsx') },
                      { path: paths.reimbursements, lazy: () => import('./routes/reimbursements.tsx') },
                      { path: patterns.job, lazy: () => import('./routes/job.tsx') },
                      { path: patterns.results, lazy: () => import('./routes/results.tsx') },
                      { path: patterns.review, lazy: () => import('./routes/review.tsx') },
                    ],
                  },
                  { path: paths.audit, lazy: () => import('./routes/audit.tsx') },
                  { path: paths.settings, element: <Navigate to={paths.security} replace /> },
                  { path: paths.security, lazy: () => import('./routes/settings/security.tsx') },
                  { path: paths.members, lazy: () => import('./routes/settings/members.tsx') },
                  { path: paths.organization, lazy: () => import('./routes/settings/organization.tsx') },
                  { path: paths.programs, lazy: () => import('./routes/settings/programs.tsx') },
                  { path: paths.names, lazy: () => import('./routes/settings/names.tsx') },
                  { path: paths.model, lazy: () => import('./routes/settings/model.tsx') },
                  { path: paths.webhooks, lazy: () => import('./routes/settings/webhooks.tsx') },
                  { path: paths.apiKeys, lazy: () => import('./routes/settings/api-keys.tsx') },
                  {
                    path: paths.emergencyAccess,
                    lazy: () => import('./routes/settings/emergency-access.tsx'),
                  },
                  { path: '*', Component: NotFound },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
]);
