Feature: RFC 1812 section 5.2.4.1: source routes through a router
  A packet with a source route is for one station after the other. A router that is one of them sends it on to the next.

  Rule: A router sends a packet on by its source route
    @RFC1812/SOURCE-ROUTE
    Scenario: A packet that goes by way of the router gets to the next station
      Given the endpoint is a router between two peers
      When the first peer sends any short data to the second, in a packet whose source route goes by way of the endpoint
      Then exactly the second peer receives it with the router's own address in its route, older and otherwise the same

    @RFC1812/ROUTE-FAILED
    Scenario: Where there is no way to the next station, the sender is told that its route has failed
      Given the endpoint is a router between two peers
      When the first peer sends any short data to any address that is not in its table, in a packet whose source route goes by way of the endpoint
      Then no other peer receives anything
      And the first peer is told that the source route has failed
