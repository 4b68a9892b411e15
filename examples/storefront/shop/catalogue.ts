import type { Form, Glaze } from "./picture.ts";

/** What the shop sells. Names and pictures are the shop's own; prices, reviews and who may like what are asked of services. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly line: string;
  readonly description: string;
  readonly details: readonly string[];
  readonly form: Form;
  readonly glaze: Glaze;
}

export const products: readonly Product[] = [
  {
    id: "moon-jar",
    name: "Moon jar",
    line: "Two bowls, joined at the middle",
    description:
      "Thrown in two halves and joined while both are still soft. The seam stays: turn the jar and you will find it, a finger’s breadth below the widest point.",
    details: ["Porcelain, milk glaze", "27 cm tall, 26 cm wide", "Holds water"],
    form: "jar",
    glaze: "milk",
  },
  {
    id: "reed-vase",
    name: "Reed vase",
    line: "For three stems, or one branch",
    description:
      "Tall enough to hold a branch upright, heavy enough at the foot not to fall over. The celadon gathers in the neck, where it turns almost blue.",
    details: ["Stoneware, celadon", "31 cm tall", "Holds water"],
    form: "vase",
    glaze: "celadon",
  },
  {
    id: "morning-mug",
    name: "Morning mug",
    line: "Holds exactly one long coffee",
    description:
      "A wide handle for three fingers and a thin lip. The bare foot lets you feel how hot it is before you lift it.",
    details: ["Stoneware, oat glaze", "35 cl", "Dishwasher safe"],
    form: "mug",
    glaze: "oat",
  },
  {
    id: "supper-bowl",
    name: "Supper bowl",
    line: "Deep enough for soup, wide enough for pasta",
    description: "Our plainest piece and the one we make most. Iron in the glaze breaks to rust on the rim.",
    details: ["Stoneware, iron red", "19 cm wide", "Oven safe to 220 °C"],
    form: "bowl",
    glaze: "iron",
  },
  {
    id: "tea-bowl",
    name: "Tea bowl",
    line: "Black glaze, warm in the hand",
    description: "Small, thick and dark, so that green tea glows in it. No two run alike.",
    details: ["Stoneware, tenmoku", "12 cm wide", "Dishwasher safe"],
    form: "cup",
    glaze: "tenmoku",
  },
  {
    id: "pouring-jug",
    name: "Pouring jug",
    line: "It does not drip",
    description: "The spout is pulled, not cut. Milk, wine, or the water for the table.",
    details: ["Stoneware, cobalt", "0.8 l", "Dishwasher safe"],
    form: "jug",
    glaze: "cobalt",
  },
  {
    id: "bud-vase",
    name: "Bud vase",
    line: "One flower is enough",
    description: "Made from what is left of the clay at the end of a day, and always gone first.",
    details: ["Porcelain, shino", "11 cm tall", "Holds water"],
    form: "bottle",
    glaze: "shino",
  },
  {
    id: "salt-pot",
    name: "Salt pot",
    line: "Stands beside the stove",
    description: "A wide mouth for a wet hand and a glaze that does not mind salt.",
    details: ["Stoneware, ash glaze", "9 cm tall", "Wipe clean"],
    form: "pot",
    glaze: "ash",
  },
];

export function productOf(id: string): Product | undefined {
  return products.find((product) => product.id === id);
}

/** What stands in for the personal list: the same for everybody, and always there because it is part of the program. */
export const popular: readonly string[] = [
  "morning-mug",
  "supper-bowl",
  "pouring-jug",
  "bud-vase",
  "tea-bowl",
];
