Feature: RFC 1812 sections 5.3.13.5 and 5.3.13.6: packets that record their way
  A sender may leave room in a packet's header, in which each router on its way leaves its address or the time.

  Rule: A router leaves what the option asks for
    @RFC1812/RECORD-ROUTE
    Scenario: A packet that records its route has the router's address in it
      Given the endpoint is a router between two peers
      When the first peer sends any short data to the second, in a packet that records its route
      Then exactly the second peer receives it with what belongs into its option, older and otherwise the same

    @RFC1812/TIMESTAMP
    Scenario: A packet that asks for timestamps has the router's in it
      Given the endpoint is a router between two peers
      When the first peer sends any short data to the second, in a packet that is stamped on its way
      Then exactly the second peer receives it with what belongs into its option, older and otherwise the same

  Rule: Where there is room for a part of it only, the packet is in error
    @RFC1812/RECORD-ROUTE @RFC1812/TIMESTAMP
    Scenario: A packet whose option has room for less than an entry, or cannot count any more, goes no further
      Given the endpoint is a router between two peers
      When the first peer sends any short data to the second, in a packet whose option has room for a part of what belongs there
      Then no other peer receives anything
