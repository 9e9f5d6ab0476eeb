(function () {
  "use strict";
  var table = document.querySelector("table.marks");
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
  function key(row, column) {
    var cell = row.cells[column];
    var number = cell.getAttribute("data-n");
    return number === null ? cell.textContent : Number(number);
  }
  function sort(column) {
    var head = heads[column];
    var up = head.getAttribute("aria-sort") !== "ascending";
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows);
    rows.sort(function (a, b) {
      var one = key(a, column), other = key(b, column);
      var order = typeof one === "number" ? one - other : one.localeCompare(other);
      return up ? order : -order;
    });
    rows.forEach(function (row) { body.appendChild(row); });
    heads.forEach(function (each) { each.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
  }
  heads.forEach(function (head, column) {
    head.querySelector("button").addEventListener("click", function () { sort(column); });
  });
})();
