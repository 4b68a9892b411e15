import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { forgetOldKept } from "../kept/kept.ts";
import { showEvents } from "../pages/incidents/timeline/useTimeline.ts";
import { startCourier } from "./courier.ts";

/** Mounted once by the layout: whatever page is open, what waits is brought to the server. */
export function useDelivery(personId: string): void {
  const cache = useQueryClient();
  useEffect(() => {
    void forgetOldKept();
    return startCourier({
      personId,
      onDelivered: (event, incident) => {
        showEvents(cache, incident, [event]);
        void cache.invalidateQueries({ queryKey: ["incidents"] });
      },
    });
  }, [cache, personId]);
}
