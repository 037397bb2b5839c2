declare namespace App {
  interface Locals {
    /** Set by a page that holds lesson components and is no lesson. */
    place?: import('./place.ts').Place;
  }
}
