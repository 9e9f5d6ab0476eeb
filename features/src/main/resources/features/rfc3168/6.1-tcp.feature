Feature: RFC 3168 section 6.1: explicit congestion notification
  A router whose queue grows can mark packets before it has to drop them, if their senders understand that. So the two ends of a
  connection ask each other first. From then on a receiver tells its sender of marks, and the sender slows down as if something had
  been lost, but nothing has to be sent again.

  Rule: ECN is agreed on when the connection is opened
    @RFC9293/SHLD-8
    Scenario Outline: ECN is wanted if the <opener> opens the connection
      Given a connection that the <opener> has opened, asking for ECN
      Then the endpoint's SYN names its readiness for ECN

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC3168/ALL-FORMS
    Scenario: A request is heard, whatever it says of ECN
      Given a connection in LISTEN
      When a SYN with any ECN flags arrives at any number
      Then the endpoint answers with a SYN and ACK

    @RFC3168/SETUP-ANSWER
    Scenario: One flag alone asks for nothing
      Given a connection in LISTEN
      When a SYN with one ECN flag arrives at any number
      Then the endpoint answers with a SYN and ACK

    @RFC3168/ALL-FORMS
    Scenario: An answer is heard, whatever it says of ECN
      Given a connection in SYN-SENT
      When a SYN and ACK with any ECN flags arrives at any number, acknowledging everything sent
      Then the endpoint answers with an acknowledgment of it
      And the connection is ESTABLISHED

    @RFC3168/NEGOTIATED
    Scenario Outline: Without an agreement no data is ECN-capable, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, with ECN flags that agree on nothing
      When the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC3168/TAKEN-BACK
    Scenario: Who asks for it no more gets no data that is ECN-capable
      Given a connection that the peer has opened, asking for ECN at first, and then no more
      When the endpoint's application sends any data
      Then every packet on the wire with data is not ECN-capable

    @RFC3168/NEGOTIATED @virtual-time
    Scenario: Whose SYN has asked for nothing after a while has not agreed, whatever the answer says
      Given a connection in SYN-SENT
      And nothing else happens for ten seconds
      And a SYN and ACK that agrees to ECN arrives at any number, acknowledging everything sent
      And the endpoint answers with an acknowledgment of it
      When the endpoint's application sends any data
      Then the peer receives exactly what the endpoint's application sent

    @RFC3168/NOT-IMPLICIT
    Scenario: A mark alone is no agreement
      Given a connection that the peer has opened, starting at any sequence number
      When the peer sends any data in one segment, which a router marks
      Then the endpoint acknowledges everything that the peer has sent, without ECE

    @RFC3168/RETRY
    Scenario: A SYN that asks for nothing follows those that nobody answers
      Given a connection in SYN-SENT
      Then the endpoint sends a SYN that asks for no ECN

  Rule: What may be marked is new data, and nothing else
    @RFC3168/ECT-0
    Scenario Outline: New data may be marked, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, with ECN
      And the peer sends any data in segments of any size
      When the endpoint's application sends any data
      Then every packet on the wire with new data is ECT(0)

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC3168/AGAIN-NOT-ECT
    Scenario: What is sent again may not
      Given a connection that the peer has opened, with ECN
      When the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      Then the peer receives exactly what the endpoint's application sent

    @RFC3168/PROBE-NOT-ECT
    Scenario: Nor may a window probe
      Given a connection that the peer has opened, with ECN
      And the endpoint's application has filled it with any data
      When the endpoint's application sends any data
      And nothing else happens for ten seconds
      Then once the peer opens its window, the peer receives exactly what the endpoint's application sent

  Rule: The receiver tells of marks until the sender knows
    @RFC3168/ECHO
    Scenario: Marked data is acknowledged with ECE
      Given a connection that the peer has opened, with ECN
      When the peer sends any data in one segment, which a router marks
      Then the endpoint acknowledges everything that the peer has sent, with ECE

    @RFC3168/ECHO
    Scenario: Data that is not marked is not
      Given a connection that the peer has opened, with ECN
      When the peer sends any data in one segment
      Then the endpoint acknowledges everything that the peer has sent, without ECE

    @RFC3168/ECHO
    Scenario: The peer is told until it has understood
      Given a connection that the peer has opened, with ECN
      And the peer sends any data in one segment, which a router marks
      And the endpoint acknowledges everything that the peer has sent, with ECE
      When the peer sends any data in one segment
      Then the endpoint acknowledges everything that the peer has sent, with ECE

    @RFC3168/ECHO
    Scenario: When it has understood it is told no more
      Given a connection that the peer has opened, with ECN
      And the peer sends any data in one segment, which a router marks
      And the endpoint acknowledges everything that the peer has sent, with ECE
      When the peer sends any data in one segment with CWR
      And the peer sends any data in one segment
      Then the endpoint acknowledges everything that the peer has sent, without ECE

    @RFC3168/ECHO
    Scenario: A mark on the segment that tells so is another one
      Given a connection that the peer has opened, with ECN
      And the peer sends any data in one segment, which a router marks
      And the endpoint acknowledges everything that the peer has sent, with ECE
      When the peer sends any data in one segment with CWR, which a router marks
      Then the endpoint acknowledges everything that the peer has sent, with ECE

    @RFC3168/OUTSIDE
    Scenario: What lies outside the window tells nothing
      Given a connection that the peer has opened, with ECN
      When data arrives left of the window, in a packet that a router has marked
      Then the endpoint acknowledges everything that the peer has sent, without ECE

  Rule: The sender slows down, and says so
    @RFC3168/REDUCE
    Scenario: News of congestion has the sender slow down
      Given a connection that the peer has opened, with ECN
      When the peer tells of congestion once any few segments have come
      And the endpoint's application sends a lot of any data
      Then the endpoint puts less under way a round trip later

    @RFC3168/CWR
    Scenario: The peer is told that its news has come
      Given a connection that the peer has opened, with ECN
      When the peer tells of congestion once any few segments have come
      And the endpoint's application sends a lot of any data
      Then the endpoint sets CWR in its next new segment, and in no other

    @RFC3168/CWR
    Scenario: After a loss it is told, too
      Given a connection that the peer has opened, with ECN
      When the endpoint's application sends a lot of any data, but any one segment of it is lost on the way
      Then the endpoint sets CWR in its next new segment, and in no other

    @RFC3168/ONE-SEGMENT
    Scenario: One segment at a time is still too fast
      Given a connection that the peer has opened, with ECN, whose first answer was lost
      When the peer tells of congestion with its first acknowledgment
      And the endpoint's application sends a lot of any data
      Then the endpoint sends nothing new before a timeout has passed

    @RFC3168/ONE-SEGMENT @virtual-time
    Scenario: News of congestion has the one segment's timer begin anew
      Given a connection that the peer has opened, with ECN, whose first answer was lost
      And the endpoint's application sends a few octets, and nobody answers
      And nothing else happens for one second
      And nothing else happens for half a second
      When the peer tells of congestion, but acknowledges nothing
      Then the endpoint waits a whole timeout from that news on

    @RFC3168/NO-GROWTH @virtual-time
    Scenario: What tells of congestion does not let more leave
      Given a connection that the peer has opened, with ECN
      When the peer tells of congestion with each acknowledgment, whatever it hears
      And the endpoint's application sends a lot of any data
      Then the endpoint does not put more under way for such news
