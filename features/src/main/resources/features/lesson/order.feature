Feature: TCP: order
  Packets may overtake one another. TCP numbers every octet, so the receiver can put them back in their order, sort out what
  came twice, and see what is missing. Whether it keeps what came too early or throws it away is its own affair: what it may
  never do is to hand octets to the application in another order than they were sent in.

  Rule: Bytes reach the application in the order they were sent, whatever order the packets took
    @ORD-1
    Scenario Outline: Segments may arrive in any order when the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the peer sends any data in segments of any size, which arrive in any order
      And the peer sends again what is missing
      Then the endpoint's application receives exactly what the peer sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @ORD-1
    Scenario: Segments may overlap, and arrive more than once
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data in segments that overlap, repeat one another and arrive in any order
      And the peer sends again what is missing
      Then the endpoint's application receives exactly what the peer sent

    @ORD-1
    Scenario: After the highest sequence number comes 0
      Given a connection that the peer has opened, whose numbers begin again at 0 after any few octets
      When the peer sends any data in segments of any size, which arrive in any order
      And the peer sends again what is missing
      Then the endpoint's application receives exactly what the peer sent

    @ORD-1
    Scenario: One direction does not disturb the other
      Given a connection that the peer has opened, starting at any sequence number
      When the endpoint's application sends any data
      And the peer sends any data in segments of any size, which arrive in any order
      And the peer sends again what is missing
      Then the endpoint's application receives exactly what the peer sent
      And the peer receives exactly what the endpoint's application sent

    @ORD-1
    Scenario Outline: A network that <harms> packets does not change the order of the streams
      Given a network that <harms> any packets
      And a connection with another host
      When the endpoint's application sends any stream
      And the peer's application sends any stream
      Then the peer's application receives exactly what the endpoint's application sent
      And the endpoint's application receives exactly what the peer's application sent

      Examples:
        | harms     |
        | delays    |
        | mistreats |

    @ORD-1 @closing
    Scenario: A network that delays packets does not bring the end of a stream before its last octet
      Given a network that delays any packets
      And a connection with another host
      When the endpoint's application sends any stream
      And the peer's application sends any stream
      And the endpoint's application closes when everything is sent
      And the peer's application closes when everything is sent
      Then the peer's application receives exactly what the endpoint's application sent
      And the endpoint's application receives exactly what the peer's application sent
      And in the end the endpoint's application is told that the peer has closed

  Rule: A packet out of order makes the receiver ask for what is missing; it may discard or keep it
    @ORD-2
    Scenario: The receiver asks for the first octet that is missing
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data in one segment, but any number of octets before it is missing
      Then the endpoint acknowledges only what came before the gap
      And the endpoint's application receives nothing but what came before the gap

    @RFC5681/ACK-AT-ONCE
    Scenario: The receiver asks at once, and for each segment that comes too early
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data in segments of any size, but any one of them is lost on the way
      Then each segment behind the gap is answered by asking for the first octet that is missing

    @RFC5681/GAP-FILLED
    Scenario: The receiver says at once that the gap is filled
      Given a connection that the peer has opened, starting at any sequence number
      And the peer sends any data in segments of any size, but any one of them is lost on the way
      When the peer sends the lost segment after all
      Then the endpoint acknowledges at least what was lost at once

    @ORD-2
    Scenario: What came too early is kept, or asked for again
      Given a connection that the peer has opened, starting at any sequence number
      And the peer sends any data in segments of any size, but any one of them is lost on the way
      When the peer sends the lost segment after all
      Then the endpoint acknowledges at least what was lost
      And once the peer sends again what is missing, the endpoint's application receives exactly what the peer sent
