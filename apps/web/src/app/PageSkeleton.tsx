import { Skeleton, SkeletonRows } from "../components/Skeleton.tsx";

/** Stands where a page will be while its code arrives for the first time. */
export function PageSkeleton() {
  return (
    <div className="stack s-main">
      <Skeleton width={16} height={2} />
      <SkeletonRows rows={6} />
    </div>
  );
}
