'use client';
// The shared primitives as client components: the package has one door, and some behind it hold state.
export { Badge, Button, Callout } from '@medspasync/ui';
