/** What we use of gcoord, as Node gives it to a module: the declarations that come with it speak of bundlers. */
declare module "gcoord" {
  type Degrees = [longitude: number, latitude: number];
  type System = "WGS84" | "GCJ02" | "BD09";
  const gcoord: {
    readonly WGS84: "WGS84";
    readonly GCJ02: "GCJ02";
    readonly BD09: "BD09";
    transform(given: Degrees, from: System, to: System): Degrees;
  };
  export default gcoord;
}
