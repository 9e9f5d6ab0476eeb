Feature: RFC 1812 sections 5.3.13.5 and 5.3.13.6: packets that record their way
  A sender may leave room in a packet's header, in which each router on its way leaves its address or the time.

  Rule: A router leaves what the option asks for
    @RFC1812/RECORD-ROUTE
    Scenario: A packet that records its route has the router's address in it
      Given the endpoint is a router between two peers
      When the first peer sends any short data to the second, in a packet that records its route
      Then exactly the second peer receives it with what belongs into its option, older and otherwise the same

    @RFC1812/TIMESTAMP
    Scenario Outline: The router leaves the time in <how>
      Given the endpoint is a router between two peers
      When the first peer sends any short data to the second, in <how>
      Then exactly the second peer receives it with what belongs into its option, older and otherwise the same

      Examples:
        | how                                                                 |
        | a packet that is stamped on its way                                 |
        | a packet that is stamped on its way by routers with their addresses |
        | a packet that is stamped on its way by those whom it names          |

    @RFC1812/RECORD-ROUTE @RFC1812/TIMESTAMP
    Scenario: A packet with both options has what belongs into each
      Given the endpoint is a router between two peers
      When the first peer sends any short data to the second, in a packet that records its route and is stamped on its way
      Then exactly the second peer receives it with what belongs into its option, older and otherwise the same

  Rule: Where there is room for a part of it only, the packet is in error
    @RFC1812/RECORD-ROUTE @RFC1812/TIMESTAMP
    Scenario: A packet whose option has room for less than an entry, or cannot count any more, goes no further
      Given the endpoint is a router between two peers
      When the first peer sends any short data to the second, in a packet whose option has room for a part of what belongs there
      Then no other peer receives anything
